"""Keep a copy of the register with nothing but Python: every document once, then what changed."""

import json
import os
import urllib.request

ENTENTE = os.environ["ENTENTE"]


def pages(address):
    page = {"next": address}
    while page["next"]:
        with urllib.request.urlopen(page["next"]) as answer:
            page = json.load(answer)
        yield page


def status():
    with urllib.request.urlopen(f"{ENTENTE}/api/v1/status/") as answer:
        return json.load(answer)


copy, cursor = {}, status()["cursor"]
for page in pages(f"{ENTENTE}/api/v1/agreements/?limit=200&expand=document"):
    copy |= {row["reference"]: row["document"] for row in page["results"]}

# Run this part again whenever you want to be up to date.
for page in pages(f"{ENTENTE}/api/v1/changes/?limit=200&expand=document&since={cursor}"):
    for change in page["results"]:
        if change["document"]:
            copy[change["reference"]] = change["document"]
        else:  # retracted, or merged into another
            copy.pop(change["reference"], None)
    cursor = page["cursor"]

print(len(copy), "agreements")
