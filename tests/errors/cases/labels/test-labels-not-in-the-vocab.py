# rule: labels.unknown_label
# source: constructed
# says: comes\s+out\s+as\s+'tram'
# says: same\s+names
# says: test_dl = learn\.dls\.test_dl\(test_df\)
# %% before
from fastai.vision.all import *
def picture(path, value):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    PILImage.create(np.full((24, 24, 3), value, dtype=np.uint8)).save(path)
rows = [(f'{i}.jpg', ['bus', 'van'][i % 2]) for i in range(10)]
for i in range(14): picture(f'pics/{i}.jpg', i * 15)
df = pd.DataFrame(rows, columns=['name', 'kind'])
test_df = pd.DataFrame([(f'{i}.jpg', ['van', 'tram'][i % 2]) for i in range(10, 14)], columns=['name', 'kind'])
dls = ImageDataLoaders.from_df(df, 'pics', bs=2, item_tfms=Resize(16), num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=accuracy)
# %% fails
test_dl = learn.dls.test_dl(test_df, with_labels=True)
preds, targs = learn.get_preds(dl=test_dl)
# %% mended
test_dl = learn.dls.test_dl(test_df)
preds, targs = learn.get_preds(dl=test_dl)
