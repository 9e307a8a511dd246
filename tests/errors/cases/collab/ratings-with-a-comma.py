# rule: collab.ratings_are_text
# source: constructed
# says: df\['score'\] = df\['score'\]\.str\.replace\(',', '\.'\)\.astype\(float\)
# %% before
from fastai.tabular.all import *
from fastai.collab import *
df = pd.DataFrame(dict(who=np.random.randint(1, 9, 90), film=np.random.choice(['a', 'b', 'c'], 90), score=[f'{i % 5 + 1},5' for i in range(90)]))
def loaders(df):
    return CollabDataLoaders.from_df(df, user_name='who', item_name='film', rating_name='score', bs=16)
# %% fails
dls = loaders(df)
# %% mended
df['score'] = df['score'].str.replace(',', '.').astype(float)
dls = loaders(df)
