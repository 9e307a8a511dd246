# notice: none
# source: constructed
# %% before
from pathlib import Path
# %% cell
p = Path('data'); p.mkdir(exist_ok=True)
(p/'a.txt').write_text('x')
(p/'a.txt').rename(p/'b.txt')
for f in p.iterdir(): print(f.name.replace('.txt', ''))
