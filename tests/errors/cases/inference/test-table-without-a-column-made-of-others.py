# rule: inference.column_missing
# source: constructed
# says: The notebook made it in the table for the training and not in test_df
# says: test_df\['Family'\] = test_df\['SibSp'\] \+ test_df\['Parch'\] \+ 1\n\s*dl = learn
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'Sex': ['m', 'f'] * 20, 'SibSp': [0, 1] * 20, 'Parch': [1, 0] * 20, 'Survived': ['y', 'n'] * 20})
test_df = df.iloc[:6].drop(columns='Survived').copy()
df['Family'] = df['SibSp'] + df['Parch'] + 1
dls = TabularDataLoaders.from_df(df, y_names='Survived', cat_names=['Sex'], cont_names=['Family'], procs=[Categorify, FillMissing, Normalize], bs=8)
learn = tabular_learner(dls, layers=[8])
# %% fails
dl = learn.dls.test_dl(test_df)
# %% mended
test_df['Family'] = test_df['SibSp'] + test_df['Parch'] + 1
dl = learn.dls.test_dl(test_df)
