# rule: files_broken.not_a_picture
# source: https://stackoverflow.com/questions/19230991
# says: web page
# says: verify_images\(get_image_files\('data'\)\)
# %% before
from fastai.vision.all import *
for name in 'cat dog'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
Path('data/cat/c_0.jpg').write_bytes(b'<html>not found</html>')
# %% fails
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, seed=42, item_tfms=Resize(32), bs=2, num_workers=0)
for split in dls:
    for xb, yb in split: pass
# %% mended
failed = verify_images(get_image_files('data'))
failed.map(Path.unlink)
dls = ImageDataLoaders.from_folder('data', valid_pct=.2, seed=42, item_tfms=Resize(32), bs=2, num_workers=0)
for split in dls:
    for xb, yb in split: pass
