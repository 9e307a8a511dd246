# rule: not python_splits.part_not_there
# source: constructed
# %% before
from pathlib import Path
names = [Path('zoo') / f'{n}.png' for n in ['lion-3', 'ape-7', 'emu', 'gnu-1']]
# %% fails
def pick(n): raise IndexError(n.stem.split('-')[0])
pick(names[0])
