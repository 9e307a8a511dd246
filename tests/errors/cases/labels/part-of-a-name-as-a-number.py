# rule: python_splits.part_not_there
# source: constructed
# says: 'emu'
# says: if '-' in
# %% before
from pathlib import Path
names = [Path('zoo') / f'{n}.png' for n in ['lion-3', 'ape-7', 'emu', 'gnu-1']]
# %% fails
def age(p):
    return int(p.stem.split('-')[1])
ages = [age(p) for p in names]
# %% mended
def age(p):
    return int(p.stem.split('-')[1]) if '-' in p.stem else None
ages = [age(p) for p in names]
