# rule: paths_as_lists.path_gone_through
# source: constructed
# says: read_text\(\)\.splitlines\(\)
# %% before
from pathlib import Path
names = Path('names.txt')
_ = names.write_text('cat\ndog\n')
# %% fails
for line in names: print(line)
# %% mended
for line in names.read_text().splitlines(): print(line)
