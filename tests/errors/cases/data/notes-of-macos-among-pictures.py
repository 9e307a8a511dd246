# rule: files_broken.not_a_picture
# source: https://github.com/ml4a/ml4a/issues/49
# says: 6 files like it are in pets
# says: rglob\('\._\*'\)
# %% before
from PIL import Image
from pathlib import Path
for c in ('cat', 'dog'):
    (Path('pets')/c).mkdir(parents=True)
    for i in range(3):
        Image.new('RGB', (9, 9)).save(f'pets/{c}/{i}.png')
        Path(f'pets/{c}/._{i}.png').write_bytes(b'\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X')
root = Path('pets')
# %% fails
sizes = []
for f in sorted(root.glob('*/*.png')):
    with Image.open(f) as img: sizes.append(img.size)
# %% mended
for f in Path('pets').rglob('._*'): f.unlink()
sizes = []
for f in sorted(root.glob('*/*.png')):
    with Image.open(f) as img: sizes.append(img.size)
assert len(sizes) == 6
