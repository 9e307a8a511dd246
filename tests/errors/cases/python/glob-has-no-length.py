# rule: python_shapes.no_length
# source: https://stackoverflow.com
# says: texts = list\(Path\('notes'\)\.glob\('\*\.txt'\)\)
# says: generator
# %% before
from pathlib import Path

Path("notes").mkdir()
for i in range(5):
    Path(f"notes/{i}.txt").write_text("a")
texts = Path("notes").glob("*.txt")
# %% fails
half = len(texts) // 2
first = texts[:half]
# %% mended
texts = list(Path("notes").glob("*.txt"))
half = len(texts) // 2
first = texts[:half]
