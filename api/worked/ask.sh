# What was in force between Japan and the United States on the first of January 1955, and why?
curl -fsS "$ENTENTE/api/v1/agreements/?between=JPN,USA&standing=in_force&as_of=1955-01-01&fields=reference,title,standing"
curl -fsS "$ENTENTE/api/v1/agreements/E0074/standing/?as_of=1955-01-01&between=JPN,USA"

# Ask again without being sent what you have: 304.
etag=$(curl -fsSI "$ENTENTE/api/v1/agreements/E0074/" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
curl -sS -o /dev/null -w '%{http_code}\n' -H "If-None-Match: $etag" "$ENTENTE/api/v1/agreements/E0074/"
