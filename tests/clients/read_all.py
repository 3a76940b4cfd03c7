"""Reads every agreement of a register with a client that a generator made from its description: `read_all.py ADDRESS`.

It is given to a type checker with that client, and run, by test_generated_client.py.
"""

import sys

from entente_client import Client
from entente_client.api.agreements import list_agreements, read_agreement
from entente_client.api.changes import list_changes
from entente_client.models import AgreementPage, AgreementRow, ChangePage, Document
from entente_client.types import UNSET


def every_agreement(client: Client) -> list[AgreementRow]:
    rows: list[AgreementRow] = []
    cursor = ""
    while True:
        page = list_agreements.sync(client=client, limit=200, cursor=cursor or UNSET)
        assert isinstance(page, AgreementPage)
        rows += page.results
        if page.cursor is None:
            return rows
        cursor = page.cursor


def what_followed(client: Client, cursor: str) -> int:
    page = list_changes.sync(client=client, since=cursor)
    assert isinstance(page, ChangePage)
    return len(page.results)


def main(address: str) -> None:
    client = Client(base_url=address, raise_on_unexpected_status=True)
    rows = every_agreement(client)
    documents = [read_agreement.sync(row.reference, client=client) for row in rows[:20]]
    assert all(isinstance(document, Document) for document in documents)
    changes = list_changes.sync(client=client, limit=1)
    assert isinstance(changes, ChangePage)
    print(len(rows), len({row.reference for row in rows}), what_followed(client, changes.cursor))


if __name__ == "__main__":
    main(sys.argv[1])
