# notice: texts_alone.always_true
# source: https://stackoverflow.com/questions/15112125
# says: 'kitten'
# says: word\s+in\s+\('cat',\s+'kitten'\)
# %% before
import torch
words = ['dog', 'kitten']
# %% cell
n = 0
for word in words:
    if word == 'cat' or 'kitten':
        n += 1
# %% mended
n = 0
for word in words:
    if word in ('cat', 'kitten'):
        n += 1
