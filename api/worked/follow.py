"""Keep a copy of the register with nothing but Python: every agreement once, then what changed."""

import json
import os
import urllib.request

ENTENTE = os.environ["ENTENTE"]


def get(address):
    with urllib.request.urlopen(address) as answer:
        return json.load(answer)


copy = {}
cursor = get(f"{ENTENTE}/api/v1/status/")["cursor"]
page = {"next": f"{ENTENTE}/api/v1/agreements/?limit=200"}
while page["next"]:  # pages show the register as it was when the first was read
    page = get(page["next"])
    copy |= {row["reference"]: row for row in page["results"]}

page = {"next": f"{ENTENTE}/api/v1/changes/?since={cursor}"}
while page["next"]:  # run this part again whenever you want to be up to date
    page = get(page["next"])
    for change in page["results"]:
        if change["action"] == "published":
            copy[change["reference"]] = get(change["url"])
        else:  # retracted, or merged into another
            copy.pop(change["reference"], None)
    cursor = page["cursor"]

print(len(copy), "agreements")
