# rule: python_splits.part_not_there
# source: constructed
# says: 'emu'
# says: \[-1\]
# %% before
from pathlib import Path
names = [Path('zoo') / f'{n}.png' for n in ['lion-3', 'ape-7', 'emu', 'gnu-1']]
# %% fails
for n in names:
    bits = n.stem.split('-')
    kind = bits[1]
# %% mended
for n in names:
    bits = n.stem.split('-')
    kind = bits[-1]
