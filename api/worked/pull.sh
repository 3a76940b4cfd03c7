# Pull everything once, then only what changed. ENTENTE is the address of the register.
mkdir -p copy
curl -fsS "$ENTENTE/api/v1/status/" | sed 's/.*"cursor":"\([^"]*\)".*/\1/' > copy/cursor
curl -fsS --compressed "$ENTENTE/api/v1/agreements/?format=jsonl&expand=document" > copy/agreements.jsonl

# Later, as often as you like: each line is a revision that was published, retracted or merged since.
curl -fsS --compressed "$ENTENTE/api/v1/changes/?format=jsonl&expand=document&since=$(cat copy/cursor)" > copy/changes.jsonl
wc -l copy/agreements.jsonl copy/changes.jsonl
