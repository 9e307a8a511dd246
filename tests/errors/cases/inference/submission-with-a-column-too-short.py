# rule: not preds_of_validation.beside_other_files
# source: constructed
# says: different lengths
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
preds, _ = learn.get_preds(dl=learn.dls.test_dl(test_files))
ids = [1, 2, 3]
labels = preds.argmax(1).tolist()
# %% fails
sub = pd.DataFrame({'id': ids, 'label': labels})
