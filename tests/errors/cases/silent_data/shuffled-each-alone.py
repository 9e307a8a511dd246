# notice: shuffles.shuffled_apart
# source: https://stackoverflow.com/questions/4601373
# says: shuffle\s+each\s+in\s+an\s+order\s+of\s+its\s+own
# says: targets\s+no\s+longer\s+belong
# %% before
import random
texts = [f'review {i}' for i in range(40)]; targets = [i % 2 for i in range(40)]
import torch
# %% cell
random.shuffle(texts)
random.shuffle(targets)
train_texts, train_targets = texts[:30], targets[:30]
# %% mended
import sklearn.utils
texts, targets = sklearn.utils.shuffle(texts, targets)
train_texts, train_targets = texts[:30], targets[:30]
