# rule: optimizers.lr_is_text
# source: constructed
# says: optim\.SGD\(line\.parameters\(\), lr=float\(row\['rate'\]\)\)
# %% before
import csv, io
from torch import nn, optim
line = nn.Linear(2, 1)
row = next(csv.DictReader(io.StringIO('rate,rounds\n0.05,3\n')))
# %% fails
opt = optim.SGD(line.parameters(), lr=row['rate'])
# %% mended
opt = optim.SGD(line.parameters(), lr=float(row['rate']))
