#!/usr/bin/env python3
"""Turns `filon entities` records into predictions for the named-entity benchmark (standard library only).

  ner.py RECORDS.jsonl PRED.jsonl [--ids] [--nominal]

Reads the `entities` layer (document record, one JSON object a line; code-point offsets) and writes
{"id","entities":[{"start","end","type"}]} for score.py. Only mentions by name and alias count, since
the gold marks names; --nominal adds descriptions. --ids adds each mention's entity identifier, which
the measure of grouping (LEA) needs. Records without an identifier are an error.
"""
import json
import sys


def convert(record, ids, nominal):
    kinds = ("name", "alias", "nominal") if nominal else ("name", "alias")
    rows = []
    for entity in record.get("entities", ()):
        for mention in entity["mentions"]:
            if mention.get("kind", "name") not in kinds:
                continue
            row = {"start": mention["start"], "end": mention["end"], "type": entity["type"]}
            if ids:
                row["id"] = entity["id"]
            rows.append(row)
    rows.sort(key=lambda row: (row["start"], -row["end"]))
    return {"id": record["id"], "entities": rows}


def main(arguments):
    flags = [a for a in arguments if a.startswith("--")]
    paths = [a for a in arguments if not a.startswith("--")]
    if len(paths) != 2 or set(flags) - {"--ids", "--nominal"}:
        sys.exit(__doc__)
    with open(paths[0], encoding="utf-8") as source, open(paths[1], "w", encoding="utf-8") as target:
        for line in source:
            if line.strip():
                row = convert(json.loads(line), "--ids" in flags, "--nominal" in flags)
                target.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
