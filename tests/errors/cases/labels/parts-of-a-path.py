# rule: python_splits.part_not_there
# source: constructed
# says: 2 parts
# says: \[-2\]
# %% before
from pathlib import Path
names = [Path('zoo') / f'{n}.png' for n in ['lion-3', 'ape-7', 'emu', 'gnu-1']]
# %% fails
folders = [n.parts[2] for n in names]
# %% mended
folders = [n.parts[-2] for n in names]
