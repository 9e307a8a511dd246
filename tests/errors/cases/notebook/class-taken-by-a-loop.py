# rule: covered_libraries.used_as_a_function
# source: constructed
# says: L is the number 2 here, not the class of fastai
# says: for L in range\(3\):\s+overwrote L\s+with\s+each\s+item
# says: for i in range\(3\):
# %% before
from fastai.vision.all import *
# %% fails
for L in range(3): print(L)
items = L([4, 5])
# %% mended
from fastai.vision.all import L
for i in range(3):
    print(i)
items = L([4, 5])
