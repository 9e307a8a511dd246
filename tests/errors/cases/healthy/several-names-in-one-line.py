# notice: none
# source: constructed
# %% before
import numpy as np
start = end = 0
first = last = []
# %% cell
best = history = []
history.append(1)
shown = len(best)
root = node = {}
for word in ['a', 'b']:
    node[word] = {}
    node = node[word]
root['end'] = {}
xs = ys = []
ys = []
xs.append(1); ys.append(2)
first = first + [1]
last.append(3)
def collect(items):
    out = found = []
    found = [one for one in items if one]
    out.append(len(found)); found.append(1)
    return out, found
a = b = []
a.append(1)
b is a, b.append(2)
