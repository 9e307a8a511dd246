"""The data report and the grid of pictures."""

from __future__ import annotations

from fastaid.errors import counted, listed
from fastaid.facts.data_report import DataReport, Finding
from fastaid.render.bundle import Bundle, table
from fastaid.render.html import folded, grid, heading, html, line, picture, same_in_fastai

MARKS = {"problem": "✗", "warning": "!", "note": "·"}
FILES_NAMED = 5
CLASSES_SHOWN = 40


def bundle(
    report: DataReport,
    png: bytes = b"",  # a grid of training pictures
    code: str = "",
) -> Bundle:
    """What `%databunch` shows."""
    return Bundle(to_text(report), _to_html(report, png, code))


def to_text(report: DataReport) -> str:
    """The report for a terminal."""
    lines = [report.title, summary(report)]
    if report.parts and any(part.counts for part in report.parts):
        header, rows = class_table(report)
        lines.append(table(rows, header, frozenset(range(1, len(header)))))
    lines += [f"{label}: {value}" for label, value in facts(report)]
    lines += [f"{MARKS[f.severity]} {said(f)}" for f in report.findings]
    return "\n".join(lines)


def summary(report: DataReport) -> str:
    """The parts in a line."""
    parts = ", ".join(f"{part.name} {part.n:,}" for part in report.parts)
    classes = f"; {counted(len(report.classes), 'class', 'classes')}" if report.classes else ""
    return f"{parts}{classes}"


def facts(report: DataReport) -> list[tuple[str, str]]:
    """What the net gets."""
    found = [
        ("sizes", report.sizes),
        (
            "the net gets",
            f"{report.item} numbers a picture, {report.bs} pictures a batch" if report.item else "",
        ),
        ("normalization", report.normalization),
        ("device", report.device),
        ("checked", f"{counted(report.n_checked, 'file')} in {report.seconds:.1f} s"),
    ]
    return [(label, value) for label, value in found if value]


def class_table(report: DataReport) -> tuple[list[str], list[list[str]]]:
    """Pictures of each class in each part; the common classes first where there are many."""
    counts = [dict(part.counts) for part in report.parts]
    names = list(report.classes)
    if len(names) > CLASSES_SHOWN:
        names = sorted(names, key=lambda name: -sum(count.get(name, 0) for count in counts))
    shown = names[:CLASSES_SHOWN]
    rows = [[name, *(f"{count.get(name, 0):,}" if count else "?" for count in counts)] for name in shown]
    if len(names) > len(shown):
        rest = names[CLASSES_SHOWN:]
        rows.append(
            [
                f"{len(rest)} more",
                *(f"{sum(count.get(n, 0) for n in rest):,}" if count else "?" for count in counts),
            ]
        )
    return ["class", *(part.name for part in report.parts)], rows


def said(finding: Finding) -> str:
    """A finding with its next step."""
    return f"{finding.sentence} {finding.hint}".strip()


def _to_html(report: DataReport, png: bytes, code: str) -> str:
    findings = []
    for finding in report.findings:
        findings.append(line(f"{MARKS[finding.severity]} {said(finding)}"))
        if len(finding.files) > FILES_NAMED:
            findings.append(folded(f"all {len(finding.files):,} files", line(listed(finding.files, 200))))
    header, rows = class_table(report)
    classes = grid(header, rows, frozenset(range(1, len(header)))) if report.classes else None
    return html(
        heading(report.title, summary(report)),
        *findings,
        picture(png, f"Training pictures with their labels: {listed(report.classes, 10)}.") if png else None,
        grid(["", ""], [list(fact) for fact in facts(report)]),
        folded("pictures per class", classes) if classes is not None and len(rows) > 12 else classes,
        same_in_fastai(code),
    )
