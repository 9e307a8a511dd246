# rule: collab.ratings_are_text
# source: constructed
# says: df\['score'\] = df\['score'\]\.str\.extract\(
# %% before
from fastai.tabular.all import *
from fastai.collab import *
df = pd.DataFrame(dict(who=np.random.randint(1, 9, 90), film=np.random.choice(['a', 'b', 'c'], 90), score=[f'{i % 5 + 1}/5' for i in range(90)]))
# %% fails
dls = CollabDataLoaders.from_df(df, user_name='who', item_name='film', rating_name='score', bs=16)
# %% mended
df['score'] = df['score'].str.extract(r'(\d+\.?\d*)', expand=False).astype(float)
dls = CollabDataLoaders.from_df(df, user_name='who', item_name='film', rating_name='score', bs=16)
learn = collab_learner(dls, n_factors=4, y_range=(0, 5.5))
learn.fit(1)
