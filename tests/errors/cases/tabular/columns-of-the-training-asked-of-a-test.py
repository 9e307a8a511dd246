# rule: tabular_asked.columns_of_training_alone
# source: https://github.com/RoversX/umami-csv-import-script/issues/2
# says: FillMissing\s+put\s+'age_na'
# says: 'rich'\s+is\s+what\s+the\s+model\s+predicts
# says: test_df = test\[\[one for one in cat_names \+ cont_names \+ \['rich'\] if one in test\.columns\]\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
df.loc[3, 'age'] = np.nan
cat_names, cont_names = ['job'], ['age']
to = TabularPandas(df, [Categorify, FillMissing], cat_names, cont_names, y_names='rich', splits=RandomSplitter(seed=1)(range_of(df)))
dls = to.dataloaders(bs=8)
test = df.drop(columns='rich')
# %% fails
test_df = test[cat_names + cont_names + ['rich']]
# %% mended
test_df = test[[one for one in cat_names + cont_names + ['rich'] if one in test.columns]]
dl = dls.test_dl(test_df)
