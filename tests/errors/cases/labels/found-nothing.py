# rule: python_splits.part_not_there
# source: constructed
# says: finds nothing
# says: 'emu'
# %% before
from pathlib import Path
names = [Path('zoo') / f'{n}.png' for n in ['lion-3', 'ape-7', 'emu', 'gnu-1']]
import re
# %% fails
ids = [re.findall(r'\d+', n.stem)[0] for n in names]
# %% mended
ids = [(re.findall(r'\d+', n.stem)[0] if len(re.findall(r'\d+', n.stem)) > 0 else None) for n in names]
