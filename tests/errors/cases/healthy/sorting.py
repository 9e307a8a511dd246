# notice: none
# source: constructed
# %% before
import random
# %% cell
files = ['b', 'a']
files.sort()
files.append('c')
random.shuffle(files)
names = sorted(files)
x = files.pop()
best = None
