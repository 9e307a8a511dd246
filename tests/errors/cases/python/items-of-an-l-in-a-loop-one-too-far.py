# rule: python_values.beyond_the_end
# source: constructed
# says: rows has 4 items
# says: for i in range\(len\(rows\)\)
# %% before
from fastai.basics import *
rows = L(range(4))
# %% fails
def show():
    for i in range(5):
        print(rows[i])
show()
# %% mended
def show():
    for i in range(len(rows)):
        print(rows[i])
show()
