#!/usr/bin/env python3
"""Turns the records of `filon claims` and `filon match` into predictions for the claims benchmark
(standard library only).

  claims.py RECORDS.jsonl PRED.jsonl [--mode attribution|checkworthy|match]

attribution: {"id", "lang", "attributions": [{"source", "cue", "content"}]} with offsets in Unicode code
points, end exclusive; statements of the article's own voice are no attributions. checkworthy: {"id",
"score"}, the highest check-worthiness of a record's claims. match: {"id", "ranked": [ids]}, best first.
"""
import json
import sys


def attribution(claim):
    return {
        "source": (claim.get("source") or {}).get("spans") or [],
        "cue": (claim.get("cue") or {}).get("spans") or [],
        "content": claim.get("spans") or [],
    }


def prediction(record, mode):
    if mode == "match":
        return {"id": record["id"], "ranked": [m["id"] for m in record["matches"]]}
    claims = record.get("claims") or []
    if mode == "checkworthy":
        return {"id": record["id"], "score": max([c.get("checkworthiness", 0) for c in claims], default=0)}
    return {
        "id": record["id"], "lang": (record.get("language") or {}).get("code"),
        "attributions": [attribution(c) for c in claims if c.get("kind") != "statement"],
    }


def main(arguments):
    mode = "attribution"
    if "--mode" in arguments:
        at = arguments.index("--mode")
        mode = arguments[at + 1]
        del arguments[at:at + 2]
    if len(arguments) != 2 or mode not in ("attribution", "checkworthy", "match"):
        sys.exit("no predictions for mode %s\n%s" % (mode, __doc__))
    with open(arguments[0], encoding="utf-8") as records, open(arguments[1], "w", encoding="utf-8") as out:
        for line in records:
            if line.strip():
                out.write(json.dumps(prediction(json.loads(line), mode), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
