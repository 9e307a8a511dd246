# notice: none
# source: constructed
# %% before
import random, torch, numpy as np
images = np.random.rand(20, 3); labels = np.arange(20)
cats = [f'cat{i}' for i in range(10)]; dogs = [f'dog{i}' for i in range(10)]
# %% cell
np.random.seed(5)
np.random.shuffle(images)
np.random.seed(5)
np.random.shuffle(labels)
random.shuffle(cats)
random.shuffle(dogs)
files = cats[:8] + dogs[:8]
idx = np.random.permutation(20)
images, labels = images[idx], labels[idx]
shuffled_labels = np.random.permutation(labels)
