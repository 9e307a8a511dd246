# rule: inference.column_missing
# source: constructed
# says: saleMonth and saleDay
# says: The notebook made them in the table for the training, out of the date
# says: df_test = add_datepart\(df_test, 'saledate'\)\n\s*preds, _ = learn\.get_preds\(dl=learn\.dls\.test_dl\(df_test\)\)
# %% before
from fastai.tabular.all import *
days = pd.date_range('2011-03-01', periods=60)
df = pd.DataFrame({'state': ['OH', 'TX'] * 30, 'saledate': days, 'price': np.arange(60.)})
df_test = df.iloc[:10].drop(columns='price').copy()
df = add_datepart(df, 'saledate')
dls = TabularDataLoaders.from_df(df, y_names='price', cat_names=['state', 'saleMonth'], cont_names=['saleDay'], procs=[Categorify, FillMissing, Normalize], bs=8)
learn = tabular_learner(dls, layers=[8])
# %% fails
preds, _ = learn.get_preds(dl=learn.dls.test_dl(df_test))
# %% mended
df_test = add_datepart(df_test, 'saledate')
preds, _ = learn.get_preds(dl=learn.dls.test_dl(df_test))
