# notice: iterators.used_up
# source: constructed
# says: files\s+is\s+a\s+generator
# says: files\s+=\s+list\(Path\('pics'\)\.glob\('\*\.txt'\)\)
# %% before
from pathlib import Path
Path("pics").mkdir()
for i in range(4): Path(f"pics/{i}.txt").write_text("x")
# %% cell
files = Path('pics').glob('*.txt')
print(len(list(files)))
names = [f.name for f in files]
# %% mended
files = list(Path('pics').glob('*.txt'))
print(len(list(files)))
names = [f.name for f in files]
