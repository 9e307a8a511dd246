# notice: none
# source: constructed
# %% before
import torch, numpy as np, random
from sklearn.manifold import TSNE
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler
X_train, X_test = np.random.rand(40, 3), np.random.rand(40, 3)
class_names = ['a', 'b']; colours = ['r', 'g']
noise = torch.rand(3, 8, 8)
# %% cell
ts = TSNE(perplexity=5)
a, b = ts.fit_transform(X_train), ts.fit_transform(X_test)
p1 = PCA(2).fit_transform(X_train)
p2 = PCA(2).fit_transform(X_test)
random.shuffle(class_names); random.shuffle(colours)
noise = noise / 255
img = torch.randint(0, 256, (3, 8, 8)).float() / 255
