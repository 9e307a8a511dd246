# rule: tabular.words_in_target
# source: constructed
# says: pd.get_dummies\(pets\[\['size', 'mood'\]\], dtype=int\)
# %% before
from fastai.tabular.all import *
np.random.seed(0)
pets = pd.DataFrame({'kind': ['cat', 'dog', 'bird'] * 40, 'age': np.random.randint(1, 12, 120)})
pets['size'] = ['small', 'big', 'tiny'] * 40
pets['mood'] = ['calm', 'wild', 'calm', 'sad'] * 30
targets = ['size', 'mood']
# %% fails
to = TabularPandas(pets, [Categorify, Normalize], ['kind'], ['age'], targets, MultiCategoryBlock(), [list(range(100)), list(range(100, 120))])
dls = to.dataloaders(bs=32)
dls.one_batch()
# %% mended
labels = pd.get_dummies(pets[['size', 'mood']], dtype=int)
pets = pets.join(labels)
targets = list(labels)
to = TabularPandas(pets, [Categorify, Normalize], ['kind'], ['age'], targets, MultiCategoryBlock(encoded=True, vocab=targets), [list(range(100)), list(range(100, 120))])
dls = to.dataloaders(bs=32)
dls.one_batch()
tabular_learner(dls, layers=[10]).fit(1)
