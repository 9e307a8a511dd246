# notice: shuffled_apart.labels_left_behind
# source: constructed
# says: marks was made of texts before rng.shuffle\(texts\)
# %% before
import numpy as np, pandas as pd
rng = np.random.default_rng(1)
texts = ['good film', 'bad film', 'good book', 'bad book', 'good play', 'bad play']
# %% cell
marks = list(map(lambda one: one.startswith('good'), texts))
rng.shuffle(texts)
rated = pd.DataFrame({'text': texts, 'is_good': marks})
# %% mended
rng.shuffle(texts)
marks = list(map(lambda one: one.startswith('good'), texts))
rated = pd.DataFrame({'text': texts, 'is_good': marks})
