# rule: collab.ratings_are_text
# source: constructed
# says: \{'good': 1\.0, 'bad': 2\.0\}
# says: choose
# %% before
from fastai.tabular.all import *
from fastai.collab import *
df = pd.DataFrame(dict(who=np.random.randint(1, 9, 90), film=np.random.choice(['a', 'b', 'c'], 90), score=['good', 'bad'] * 45))
# %% fails
dls = CollabDataLoaders.from_df(df, user_name='who', item_name='film', rating_name='score', bs=16)
# %% mended
df['score'] = df['score'].map({'good': 1.0, 'bad': 2.0})   # choose the number for each word
dls = CollabDataLoaders.from_df(df, user_name='who', item_name='film', rating_name='score', bs=16)
