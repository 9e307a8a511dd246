# rule: python_splits.part_not_there
# source: constructed
# says: 'emu'
# says: no '-'
# %% before
from pathlib import Path
names = [Path('zoo') / f'{n}.png' for n in ['lion-3', 'ape-7', 'emu', 'gnu-1']]
# %% fails
tails = []
for n in names:
    tails.append(n.stem.split('-')[1])
# %% mended
tails = []
for n in names:
    tails.append(n.stem.split('-')[-1])
