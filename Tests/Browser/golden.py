# SPDX-License-Identifier: GPL-3.0-or-later
"""Screenshots compared with pictures that a person has looked at, with a tolerance for fonts and edges."""
import io
import os

import numpy
from PIL import Image

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Golden")
# Pictures are compared at this width, where the edges of letters are blurred and the layout is not.
WIDTH = 240
# Of a long table the first rows tell how it looks; a line more or less in each row below would push all the others away.
HEIGHT = 400
# Mean difference of grey levels (of 255), and the share of points that differ by more than 48 levels.
MEAN, SHARE = 6.0, 0.04


def small(picture):
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image = image.resize((WIDTH, max(1, round(image.height * WIDTH / image.width))), Image.Resampling.LANCZOS)
    return image.crop((0, 0, WIDTH, min(image.height, HEIGHT)))


def compare(name, picture, records):
    """What is wrong with a picture; None where it is as it should be."""
    path = os.path.join(HERE, name + ".png")
    image = small(picture)
    if records or not os.path.exists(path):
        image.quantize(128).save(path, optimize=True)
        return f"{name} was recorded: look at it, then run again"
    golden = Image.open(path).convert("RGB")
    if abs(golden.height - image.height) > 0.03 * golden.height:
        return f"{name} is {image.height} high, not {golden.height}"
    image = image.resize(golden.size)
    difference = numpy.abs(numpy.asarray(golden, dtype=float) - numpy.asarray(image, dtype=float)).mean(axis=2)
    mean, share = difference.mean(), (difference > 48).mean()
    if mean > MEAN or share > SHARE:
        return f"{name} differs: mean {mean:.1f} levels, {100 * share:.1f} % of the points"
    return None
