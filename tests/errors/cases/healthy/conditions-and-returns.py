# notice: none
# source: constructed
# %% before
import torch, numpy as np, matplotlib.pyplot as plt
class Config: pass
cfg = Config()
# %% cell
cfg.seed = 42
name = '' or 'default'
kind = 'dog'
if kind == 'cat' or kind == 'dog': pass
label = 'cat' if kind == 'cat' or False else 'other'
def first_long(words):
    seen = []
    for word in words:
        seen.append(word)
        if len(word) < 4: continue
        return seen
def first(items):
    for item in items:
        return item
def total(items):
    t = 0
    for one in items:
        t += one
    return t
first_long(['a', 'abcd']), first([1]), total([1, 2])
