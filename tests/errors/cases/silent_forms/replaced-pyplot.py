# notice: conditions.function_replaced
# source: constructed
# %% before
import matplotlib.pyplot as plt, matplotlib
from matplotlib import pyplot
import torch, random, numpy as np
# %% cell
pyplot.plot([1, 2])
pyplot.title = 'Loss'
# %% mended
pyplot.plot([1, 2])
pyplot.title('Loss')
