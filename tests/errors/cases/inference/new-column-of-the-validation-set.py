# rule: preds_of_validation.beside_other_files
# source: constructed
# says: test_files has 9 items
# says: probs, _ = learn.tta\(dl=learn.dls.test_dl\(test_files\)\)
# %% before
from fastai.vision.all import *
for name in ['oak', 'elm']:
    folder = Path('trees')/name; folder.mkdir(parents=True)
    for i in range(10): Image.new('RGB', (32, 32), (i * 20, 60, 90)).save(folder/f'{i}.jpg')
Path('new').mkdir()
for i in range(9): Image.new('RGB', (32, 32), (i * 20, 60, 90)).save(f'new/{i}.jpg')
dls = ImageDataLoaders.from_folder('trees', valid_pct=0.2, seed=1, bs=4, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(3, 2)))
test_files = get_image_files('new')
def submission(learn):
    sub = pd.DataFrame({'file': [o.name for o in test_files]})
    probs, _ = learn.tta()
    sub['label'] = probs[:, 1]
    return sub
# %% fails
sub = submission(learn)
# %% mended
def submission(learn):
    sub = pd.DataFrame({'file': [o.name for o in test_files]})
    probs, _ = learn.tta(dl=learn.dls.test_dl(test_files))
    sub['label'] = probs[:, 1]
    return sub
sub = submission(learn)
