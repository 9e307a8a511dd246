# rule: preds_of_validation.beside_other_files
# source: constructed
# says: sub has 7 items, and there are 4 predictions
# says: preds, _ = learn.get_preds\(dl=learn.dls.test_dl\(sub\)\)
# %% before
from fastai.vision.all import *
Path('trees').mkdir()
for i in range(20): Image.new('RGB', (32, 32), (i * 10, 60, 90)).save(f'trees/{i}.jpg')
df = pd.DataFrame({'name': [f'{i}.jpg' for i in range(20)], 'label': ['oak', 'elm'] * 10})
dls = ImageDataLoaders.from_df(df, 'trees', valid_pct=0.2, seed=1, bs=4, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(3, 2)))
sub = df[['name']].iloc[:7].reset_index(drop=True)
preds, _ = learn.get_preds()
# %% fails
sub['label'] = preds.argmax(dim=1)
# %% mended
preds, _ = learn.get_preds(dl=learn.dls.test_dl(sub))
sub['label'] = preds.argmax(dim=1)
