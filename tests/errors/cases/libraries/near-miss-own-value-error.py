# rule: none
# source: constructed
# %% before
import matplotlib.pyplot as plt
def draw(xs, ys): raise ValueError('x and y must have same first dimension')
# %% fails
draw([1, 2], [1])
