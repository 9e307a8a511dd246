# notice: iterators.used_up
# source: constructed
# %% before
import torch, torch.nn.functional as F, csv
from torch import nn
a = list(range(6)); b = list('abcdef')
open('t.csv','w').write('a,b\n1,2\n3,4\n')
# %% cell
f = open('t.csv')
rows = csv.reader(f)
n = len(list(rows))
for r in rows: print(r)
