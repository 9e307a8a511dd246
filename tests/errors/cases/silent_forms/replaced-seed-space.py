# notice: conditions.function_replaced
# source: constructed
# %% before
import matplotlib.pyplot as plt, matplotlib
from matplotlib import pyplot
import torch, random, numpy as np
# %% cell
torch.manual_seed  = 42
