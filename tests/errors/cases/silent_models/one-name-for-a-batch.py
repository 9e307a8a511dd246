# notice: one_answer.one_label_for_all_rows
# source: constructed
# says: np\.argmax\(scores\) without a dimension
# says: names\[np\.argmax\(scores\)\] takes it for the class of all rows
# says: scores\.argmax\(axis=1\)
# %% before
import numpy as np
import torch
names = ['owl', 'jay', 'tit', 'elk', 'ant']
scores = np.array([[0.1, 0.2, 0.1, 0.9, 0.1], [0.8, 0.2, 0.1, 0.1, 0.1]])
# %% cell
guess = names[np.argmax(scores)]
# %% mended
guess = [names[i] for i in scores.argmax(axis=1)]
