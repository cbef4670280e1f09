"""What holds of a film and its parts together: triggers, because a constraint sees one row alone."""

from __future__ import annotations

import pgtrigger


def of_parts() -> list[pgtrigger.Trigger]:
    """Parts are one level deep, and none is longer than its whole. That they add up to it is not asked: sources disagree."""
    return [
        pgtrigger.Trigger(
            name="part_depth_one",
            operation=pgtrigger.Insert | pgtrigger.UpdateOf("part_of_id"),
            when=pgtrigger.Before,
            func="""
                    IF NEW.part_of_id IS NOT NULL AND (
                        EXISTS (SELECT 1 FROM catalog_film w WHERE w.id = NEW.part_of_id AND w.part_of_id IS NOT NULL)
                        OR EXISTS (SELECT 1 FROM catalog_film p WHERE p.part_of_id = NEW.id)
                    ) THEN
                        RAISE EXCEPTION 'A part of a film cannot have parts of its own (film %).', NEW.slug
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'film_part_depth_one';
                    END IF;
                    RETURN NEW;
                """,
        ),
        pgtrigger.Trigger(
            name="part_within_whole",
            operation=pgtrigger.Insert | pgtrigger.UpdateOf("part_of_id", "runtime"),
            when=pgtrigger.After,
            timing=pgtrigger.Deferred,  # a form and a record change the whole first, and its parts after it
            func="""
                    IF EXISTS (
                        SELECT 1 FROM catalog_film part JOIN catalog_film whole ON whole.id = part.part_of_id
                        WHERE (part.id = NEW.id OR whole.id = NEW.id) AND part.runtime > whole.runtime
                    ) THEN
                        RAISE EXCEPTION 'A part cannot be longer than its whole (film %).', NEW.slug
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'film_part_within_whole';
                    END IF;
                    RETURN NEW;
                """,
        ),
    ]
