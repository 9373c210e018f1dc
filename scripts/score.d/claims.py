#!/usr/bin/env python3
"""Document records (JSON Lines) in, predictions of the attribution scorer out.

  filon claims < documents.jsonl | scripts/score.d/claims.py > predictions.jsonl

Each line of output: {"id", "lang", "attributions": [{"source", "cue", "content"}]} with offsets in
Unicode code points, end exclusive. Statements of the article's own voice are no attributions.
"""
import json
import sys


def attribution(claim):
    return {
        "source": (claim.get("source") or {}).get("spans") or [],
        "cue": (claim.get("cue") or {}).get("spans") or [],
        "content": claim.get("spans") or [],
    }


def main(lines):
    for line in lines:
        if not line.strip():
            continue
        record = json.loads(line)
        claims = [c for c in record.get("claims") or [] if c.get("kind") != "statement"]
        language = (record.get("language") or {}).get("code") or record.get("lang")
        print(
            json.dumps(
                {"id": record["id"], "lang": language, "attributions": [attribution(c) for c in claims]},
                ensure_ascii=False,
            )
        )


if __name__ == "__main__":
    main(sys.stdin if len(sys.argv) < 2 or sys.argv[1] == "-" else open(sys.argv[1], encoding="utf-8"))
